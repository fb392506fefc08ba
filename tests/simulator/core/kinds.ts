export type Marketplace = 'amazon' | 'ebay' | 'bol';

export type GrantKind = 'amazon' | 'ebay-oauth' | 'ebay-authnauth' | 'bol';
