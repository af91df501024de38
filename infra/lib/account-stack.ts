import { Stack, type StackProps, Tags } from 'aws-cdk-lib'
import * as iam from 'aws-cdk-lib/aws-iam'
import type { Construct } from 'constructs'
import { createRepository } from './account/repository.ts'
import { createWorkflowRole } from './account/workflow-role.ts'
import { explain } from './explain.ts'
import { repositoryNames } from './names.ts'
import type { Settings } from './settings/read-settings.ts'
import type { StageName } from './settings/stage-settings.ts'

const stages: StageName[] = ['production', 'staging']

/** What an account has once, whatever its stages: the images, and the roles of the repository's workflows. */
export class AccountStack extends Stack {
  constructor(scope: Construct, id: string, { settings, ...props }: StackProps & { settings: Settings }) {
    super(scope, id, props)
    Tags.of(this).add('application', 'reviewguide')
    const repositories = Object.values(repositoryNames).map((name) => createRepository(this, `Images-${name}`, name))
    const { repository, oidcProviderArn } = settings
    if (!repository) return

    const provider = oidcProviderArn
      ? iam.OidcProviderNative.fromOidcProviderArn(this, 'GitHub', oidcProviderArn)
      : new iam.OidcProviderNative(this, 'GitHub', {
          url: 'https://token.actions.githubusercontent.com',
          clientIds: ['sts.amazonaws.com'],
        })

    const pusher = createWorkflowRole(this, 'ImagesRole', {
      roleName: 'reviewguide-images',
      description: 'Pushes images of the main branch',
      provider,
      subject: `repo:${repository}:ref:refs/heads/main`,
    })
    for (const images of repositories) images.grantPullPush(pusher)
    explain(pusher, { 'IAM5[Resource::*]': 'ecr:GetAuthorizationToken knows no resource.' })

    for (const stage of stages) {
      const deploy = createWorkflowRole(this, `DeployRole-${stage}`, {
        roleName: `reviewguide-deploy-${stage}`,
        description: `Deploys ${stage}`,
        provider,
        // The environment's rules on GitHub (who must agree, which branches) stand before the token.
        subject: `repo:${repository}:environment:${stage}`,
      })
      // The CDK's own roles do the work; this one may take them and nothing else.
      deploy.addToPolicy(
        new iam.PolicyStatement({
          actions: ['sts:AssumeRole'],
          resources: ['deploy', 'file-publishing', 'lookup'].map((role) =>
            this.formatArn({
              service: 'iam',
              region: '',
              resource: 'role',
              resourceName: `cdk-hnb659fds-${role}-role-${this.account}-${this.region}`,
            }),
          ),
        }),
      )
    }
  }
}
