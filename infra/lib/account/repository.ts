import { Duration, RemovalPolicy } from 'aws-cdk-lib'
import * as ecr from 'aws-cdk-lib/aws-ecr'
import type { Construct } from 'constructs'

/** Images of one service: scanned when they arrive, no tag but `latest` ever moved, the last fifty kept. */
export function createRepository(scope: Construct, id: string, repositoryName: string): ecr.Repository {
  return new ecr.Repository(scope, id, {
    repositoryName,
    imageScanOnPush: true,
    imageTagMutability: ecr.TagMutability.IMMUTABLE_WITH_EXCLUSION,
    imageTagMutabilityExclusionFilters: [ecr.ImageTagMutabilityExclusionFilter.wildcard('latest')],
    lifecycleRules: [
      {
        rulePriority: 1,
        description: 'Layers left over',
        tagStatus: ecr.TagStatus.UNTAGGED,
        maxImageAge: Duration.days(7),
      },
      { rulePriority: 2, description: 'Enough to go back to', tagStatus: ecr.TagStatus.ANY, maxImageCount: 50 },
    ],
    removalPolicy: RemovalPolicy.RETAIN,
  })
}
