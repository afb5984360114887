import { Fn } from 'aws-cdk-lib'
import { HEALTH_CHECK } from '../service/health-check.ts'

interface Started {
  region: string
  domainName: string
  /** Registry and repository. */
  repositoryUri: string
  imageTag: string
  /** The server's variables, but for its secrets. */
  environment: Record<string, string>
  /** Secrets of Secrets Manager, by the variable they are for. */
  secrets: Record<string, string>
  addressId: string
  logGroup: string
  stackName: string
  /** The resource that waits to be told that the machine is ready. */
  resource: string
}

/** A mirror of the official image that needs no account. */
const CADDY = 'public.ecr.aws/docker/library/caddy:2'

/**
 * What the machine does when it starts: the server in a container, then its address, then Caddy with https. A machine that
 * replaces another one takes the address over once its server answers.
 */
export const startScript = (started: Started) => Fn.join('\n', lines(started))

function lines({ region, domainName, environment, secrets, ...rest }: Started): string[] {
  const image = `${rest.repositoryUri}:${rest.imageTag}`
  return [
    '#!/bin/bash',
    'set -Eeuo pipefail',
    '# A picture may need more memory than there is for a moment.',
    'dd if=/dev/zero of=/swapfile bs=1M count=1024 status=none && chmod 600 /swapfile && mkswap /swapfile && swapon /swapfile',
    'dnf install --assumeyes docker dnf-automatic aws-cfn-bootstrap',
    "sed -i 's/^apply_updates.*/apply_updates = yes/' /etc/dnf/automatic.conf",
    'systemctl enable --now docker dnf-automatic.timer',
    `export AWS_DEFAULT_REGION='${region}'`,
    '# CloudFormation waits for it when it makes or changes the stack, and at no other time.',
    `trap '/opt/aws/bin/cfn-signal --exit-code $? --region ${region} --stack ${rest.stackName} --resource ${rest.resource} || true' EXIT`,
    '',
    'secret() { aws secretsmanager get-secret-value --secret-id "$1" --query SecretString --output text; }',
    'umask 077',
    'mkdir -p /etc/tax-tracker',
    "cat > /etc/tax-tracker/env <<'END'",
    ...Object.entries(environment).map(([name, value]) => `${name}=${value}`),
    'END',
    ...Object.entries(secrets).map(
      ([name, arn]) => `printf '${name}=%s\\n' "$(secret '${arn}')" >> /etc/tax-tracker/env`,
    ),
    '',
    `aws ecr get-login-password | docker login --username AWS --password-stdin '${rest.repositoryUri}'`,
    'docker network create tax-tracker',
    'docker run --detach --name tracker --network tax-tracker --restart unless-stopped --env-file /etc/tax-tracker/env \\',
    '  --init --cap-drop ALL --security-opt no-new-privileges --stop-timeout 60 \\',
    `  --log-driver awslogs --log-opt awslogs-region='${region}' --log-opt awslogs-group='${rest.logGroup}' '${image}'`,
    `is_alive() { docker exec tracker ${HEALTH_CHECK.map(quoted).join(' ')}; }`,
    'for attempt in $(seq 60); do is_alive && break; sleep 5; done',
    'is_alive',
    '',
    'imds=http://169.254.169.254/latest',
    'token=$(curl -sSf -X PUT -H "X-aws-ec2-metadata-token-ttl-seconds: 60" $imds/api/token)',
    'instance=$(curl -sSf -H "X-aws-ec2-metadata-token: $token" $imds/meta-data/instance-id)',
    `aws ec2 associate-address --allocation-id '${rest.addressId}' --instance-id "$instance" --allow-reassociation`,
    'docker run --detach --name caddy --network tax-tracker --restart unless-stopped --volume caddy:/data \\',
    `  --publish 80:80 --publish 443:443 --publish 443:443/udp ${CADDY} \\`,
    `  caddy reverse-proxy --from '${domainName}' --to tracker:8000`,
  ]
}

const quoted = (word: string) => `'${word.replaceAll("'", `'"'"'`)}'`
