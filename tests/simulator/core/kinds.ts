export type Marketplace = 'amazon' | 'ebay';

export type GrantKind = 'amazon' | 'ebay-oauth' | 'ebay-authnauth';
