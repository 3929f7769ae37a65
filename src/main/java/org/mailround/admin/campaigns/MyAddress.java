package org.mailround.admin.campaigns;

import org.mailround.admin.StaffUser;
import org.mailround.rfc.EmailAddress;
import org.mailround.staff.Account;
import org.mailround.staff.Accounts;
import org.springframework.stereotype.Component;

/** Where somebody's own test copies go. */
@Component
class MyAddress {

    private final Accounts accounts;

    MyAddress(Accounts accounts) {
        this.accounts = accounts;
    }

    /** Empty where their account has none. */
    String of(StaffUser me) {
        return accounts.find(me.id())
                .map(Account::email)
                .map(EmailAddress::text)
                .orElse("");
    }
}
