/** 行政复议 60 days (复议法 §20), 行政诉讼 6 months (行诉法 §46): what every "no" must name (C441). */
export const REMEDIES = '不服的，可自收到之日起60日内申请行政复议，或者自收到之日起6个月内提起行政诉讼'
