"""Officials' pages of money: estimate, appraisal, vouchers, settlement, rates."""
