/** Chinese labels on receipts and the label words that mean the same, longest first. */
const LABELS: [string, string][] = [
  ['四舍五入', 'ROUNDING'],
  ['发票号码', 'INVOICE NO'],
  ['收据号码', 'RECEIPT NO'],
  ['收据编号', 'RECEIPT NO'],
  ['订单编号', 'ORDER NO'],
  ['开票日期', 'DATE'],
  ['付款日期', 'DATE'],
  ['应付金额', 'AMOUNT PAYABLE'],
  ['实付金额', 'AMOUNT PAID'],
  ['应付总额', 'TOTAL PAYABLE'],
  ['应付款', 'AMOUNT PAYABLE'],
  ['总金额', 'TOTAL AMOUNT'],
  ['折扣后', 'AFTER DISCOUNT'],
  ['发票号', 'INVOICE NO'],
  ['收据号', 'RECEIPT NO'],
  ['订单号', 'ORDER NO'],
  ['有效期', 'VALID UNTIL'],
  ['到期日', 'EXPIRY'],
  ['服务费', 'SERVICE CHARGE'],
  ['服务税', 'SERVICE TAX'],
  ['销售税', 'SALES TAX'],
  ['消费税', 'TAX'],
  ['信用卡', 'CREDIT CARD'],
  ['会员卡', 'MEMBER'],
  ['电子钱包', 'WALLET'],
  ['保险额', 'SUM ASSURED'],
  ['保额', 'SUM ASSURED'],
  ['保费', 'PREMIUM'],
  ['押金', 'DEPOSIT'],
  ['订金', 'DEPOSIT'],
  ['定金', 'DEPOSIT'],
  ['尾款', 'BALANCE DUE'],
  ['余额', 'BALANCE'],
  ['余款', 'BALANCE DUE'],
  ['单号', 'RECEIPT NO'],
  ['编号', 'NO'],
  ['日期', 'DATE'],
  ['时间', 'TIME'],
  ['总计', 'TOTAL'],
  ['总数', 'TOTAL'],
  ['总额', 'TOTAL'],
  ['合计', 'TOTAL'],
  ['共计', 'TOTAL'],
  ['应付', 'PAYABLE'],
  ['实付', 'AMOUNT PAID'],
  ['实收', 'RECEIVED'],
  ['应收', 'PAYABLE'],
  ['小计', 'SUBTOTAL'],
  ['现金', 'CASH'],
  ['刷卡', 'CARD'],
  ['找零', 'CHANGE'],
  ['找赎', 'CHANGE'],
  ['找回', 'CHANGE'],
  ['退款', 'REFUND'],
  ['退货', 'REFUND'],
  ['作废', 'VOID'],
  ['取消', 'CANCELLED'],
  ['折扣', 'DISCOUNT'],
  ['优惠', 'DISCOUNT'],
  ['进位', 'ROUNDING'],
  ['税额', 'TAX AMOUNT'],
  ['数量', 'QTY'],
  ['单价', 'UNIT PRICE'],
  ['金额', 'AMOUNT'],
  ['积分', 'POINTS'],
  ['税', 'TAX'],
]
const MEANINGS = new Map(LABELS)
const PATTERN = new RegExp(LABELS.map(([label]) => label).join('|'), 'g')
const HAN = /\p{Script=Han}/u

/** The text with Chinese labels as English ones; other Chinese words stay. */
export const translateLabels = (text: string) =>
  HAN.test(text) ? text.replace(PATTERN, (label) => ` ${MEANINGS.get(label)} `) : text

/** Full-width letters, digits and marks, as Chinese fonts have them, in their usual width. The length stays. */
export const toUsualWidth = (text: string) =>
  text
    .replace(/[\uff01-\uff5e]/g, (mark) => String.fromCharCode(mark.charCodeAt(0) - 0xfee0))
    .replace(/￥/g, '¥')
