const form = /^arn:aws(?:-[a-z]+)*:acm:([a-z0-9-]+):\d{12}:certificate\/[\w-]+$/

/** Why a load balancer of `region` cannot use this certificate, or null when it can. A load balancer takes certificates of its own region only. */
export function certificateMistake(arn: string, region: string): string | null {
  const match = form.exec(arn)
  if (!match) return 'expected arn:aws:acm:REGION:ACCOUNT:certificate/ID'
  const [, given] = match
  return given === region ? null : `is a certificate of ${given}; the load balancer needs one of ${region}`
}
