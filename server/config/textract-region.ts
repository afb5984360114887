/** Where AnalyzeExpense exists (Amazon Textract endpoints and quotas, 2026-08). Malaysia's ap-southeast-5 is not one. */
const REGIONS = new Set([
  'us-east-1',
  'us-east-2',
  'us-west-1',
  'us-west-2',
  'ca-central-1',
  'eu-west-1',
  'eu-west-2',
  'eu-west-3',
  'eu-central-1',
  'eu-south-2',
  'ap-south-1',
  'ap-northeast-2',
  'ap-southeast-1',
  'ap-southeast-2',
])
const NEAREST_TO_MALAYSIA = 'ap-southeast-1'

export const textractRegion = (home: string | undefined) =>
  home && REGIONS.has(home) ? home : NEAREST_TO_MALAYSIA
