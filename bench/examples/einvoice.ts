import { type ExampleReceipt, totalSen } from './receipts.ts'

const ringgit = (sen: number) => (sen / 100).toFixed(2)
const amount = (name: string, sen: number) => `<cbc:${name} currencyID="MYR">${ringgit(sen)}</cbc:${name}>`

/** An example as a MyInvois e-invoice (UBL 2.1). The parties' numbers are made up and belong to nobody. */
export function einvoiceOf(receipt: ExampleReceipt): string {
  const { shop, registration, address, day, facts, items } = receipt
  const total = totalSen(receipt)
  const lines = items.map(
    ({ text, sen, classification = '022' }, index) => `  <cac:InvoiceLine>
    <cbc:ID>${index + 1}</cbc:ID>
    <cbc:InvoicedQuantity unitCode="C62">1</cbc:InvoicedQuantity>
    ${amount('LineExtensionAmount', sen)}
    <cac:TaxTotal>${amount('TaxAmount', 0)}</cac:TaxTotal>
    <cac:Item>
      <cbc:Description>${text}</cbc:Description>
      <cac:CommodityClassification><cbc:ItemClassificationCode listID="CLASS">${classification}</cbc:ItemClassificationCode></cac:CommodityClassification>
    </cac:Item>
    <cac:Price>${amount('PriceAmount', sen)}</cac:Price>
  </cac:InvoiceLine>`,
  )
  return `<?xml version="1.0" encoding="UTF-8"?>
<Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2"
         xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2"
         xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2">
  <cbc:ID>${facts[0]?.[1] ?? ''}</cbc:ID>
  <cbc:IssueDate>${day}</cbc:IssueDate>
  <cbc:IssueTime>04:12:00Z</cbc:IssueTime>
  <cbc:InvoiceTypeCode listVersionID="1.1">01</cbc:InvoiceTypeCode>
  <cbc:DocumentCurrencyCode>MYR</cbc:DocumentCurrencyCode>
  <cac:AccountingSupplierParty>
    <cac:Party>
      <cac:PartyIdentification><cbc:ID schemeID="TIN">C10000000010</cbc:ID></cac:PartyIdentification>
      <cac:PartyIdentification><cbc:ID schemeID="BRN">${registration}</cbc:ID></cac:PartyIdentification>
      <cac:PostalAddress>
        <cbc:CityName>Kajang</cbc:CityName>
        <cac:AddressLine><cbc:Line>${address[0] ?? ''}</cbc:Line></cac:AddressLine>
        <cac:Country><cbc:IdentificationCode>MYS</cbc:IdentificationCode></cac:Country>
      </cac:PostalAddress>
      <cac:PartyLegalEntity><cbc:RegistrationName>${shop}</cbc:RegistrationName></cac:PartyLegalEntity>
    </cac:Party>
  </cac:AccountingSupplierParty>
  <cac:AccountingCustomerParty>
    <cac:Party>
      <cac:PartyIdentification><cbc:ID schemeID="TIN">IG10000000010</cbc:ID></cac:PartyIdentification>
      <cac:PartyIdentification><cbc:ID schemeID="NRIC">000000000001</cbc:ID></cac:PartyIdentification>
      <cac:PartyLegalEntity><cbc:RegistrationName>AISYAH BINTI RAHMAN</cbc:RegistrationName></cac:PartyLegalEntity>
    </cac:Party>
  </cac:AccountingCustomerParty>
  <cac:TaxTotal>
    ${amount('TaxAmount', 0)}
    <cac:TaxSubtotal>
      ${amount('TaxableAmount', total)}
      ${amount('TaxAmount', 0)}
      <cac:TaxCategory>
        <cbc:ID>06</cbc:ID>
        <cac:TaxScheme><cbc:ID schemeID="UN/ECE 5153" schemeAgencyID="6">OTH</cbc:ID></cac:TaxScheme>
      </cac:TaxCategory>
    </cac:TaxSubtotal>
  </cac:TaxTotal>
  <cac:LegalMonetaryTotal>
    ${amount('LineExtensionAmount', total)}
    ${amount('TaxExclusiveAmount', total)}
    ${amount('TaxInclusiveAmount', total)}
    ${amount('PayableAmount', total)}
  </cac:LegalMonetaryTotal>
${lines.join('\n')}
</Invoice>
`
}
