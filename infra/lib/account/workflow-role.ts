import { Duration } from 'aws-cdk-lib'
import * as iam from 'aws-cdk-lib/aws-iam'
import type { Construct } from 'constructs'

interface Props {
  roleName: string
  description: string
  provider: iam.IOidcProvider
  /** Who may take the role: GitHub's word for one repository's branch, tag or environment. */
  subject: string
}

/** A role that one kind of workflow of one repository takes for an hour, with a token of GitHub's instead of a key. */
export function createWorkflowRole(scope: Construct, id: string, props: Props): iam.Role {
  return new iam.Role(scope, id, {
    roleName: props.roleName,
    description: props.description,
    maxSessionDuration: Duration.hours(1),
    assumedBy: new iam.WebIdentityPrincipal(props.provider.oidcProviderArn, {
      StringEquals: {
        'token.actions.githubusercontent.com:aud': 'sts.amazonaws.com',
        'token.actions.githubusercontent.com:sub': props.subject,
      },
    }),
  })
}
