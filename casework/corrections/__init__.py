"""The record put right (更正登记): a party or a right told wrongly or in part, a party or a right that joins later."""
