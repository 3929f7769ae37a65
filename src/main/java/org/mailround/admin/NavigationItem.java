package org.mailround.admin;

import java.util.ArrayList;
import java.util.List;
import org.mailround.staff.Role;

/** One of the pages that stand in the navigation. */
record NavigationItem(String path, String label) {

    /** What somebody of that role finds there. */
    static List<NavigationItem> of(Role role, boolean sandbox) {
        List<NavigationItem> items = new ArrayList<>();
        items.add(new NavigationItem("/", "Home"));
        if (role.compareTo(Role.EDITOR) >= 0) {
            items.add(new NavigationItem("/one-offs/new", "New one-off"));
        }
        items.add(new NavigationItem("/campaigns", "Campaigns"));
        items.add(new NavigationItem("/editions", "Editions"));
        if (sandbox) {
            items.add(new NavigationItem("/sandbox", "Sandbox"));
        }
        if (role == Role.ADMINISTRATOR) {
            items.add(new NavigationItem("/people", "People"));
            items.add(new NavigationItem("/audit", "Audit"));
        }
        return items;
    }

    /** Whether that page is this one, or one below it. */
    public boolean isHere(String page) {
        return page.equals(path) || path.length() > 1 && page.startsWith(path + "/");
    }
}
