/** OASIS UBL 2.1. All types of MyInvois documents have the root Invoice. */
export const INVOICE = 'urn:oasis:names:specification:ubl:schema:xsd:Invoice-2'
export const AGGREGATES = 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2'
export const BASICS = 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2'
