package org.mailround.admin;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import org.mailround.Database;
import org.mailround.TestHouse;
import org.mailround.staff.Account;
import org.mailround.staff.Accounts;
import org.mailround.staff.Role;
import org.mailround.staff.StaffLinks;

/** A house with pages, and somebody of each role, named after it. */
public class Desk implements AutoCloseable {

    public final TestHouse house;
    private final Map<Role, Visitor> visitors = new EnumMap<>(Role.class);

    public Desk(Path home, String... properties) {
        this(Database.H2, home, properties);
    }

    public Desk(Database database, Path home, String... properties) {
        this.house = new TestHouse(database, home, TestHouse.serving(properties));
        for (Role role : Role.values()) {
            Account account = house.get(Accounts.class).create(role.label(), null, role);
            StaffLinks links = house.get(StaffLinks.class);
            links.choosePassword(links.forPassword(account), Visitor.PASSWORD);
        }
    }

    /** Somebody without an account. */
    public Visitor stranger() {
        return Visitor.whoStays(house);
    }

    /** Somebody of that role, signed in. */
    public Visitor as(Role role) {
        return visitors.computeIfAbsent(role, it -> {
            Visitor visitor = stranger();
            visitor.signIn(it.label(), Visitor.PASSWORD);
            return visitor;
        });
    }

    @Override
    public void close() {
        house.close();
    }
}
