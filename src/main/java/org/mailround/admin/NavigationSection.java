package org.mailround.admin;

import java.util.ArrayList;
import java.util.List;
import org.mailround.staff.Role;

/**
 * Pages that belong together; where there are several, they stand in a line of their own below the navigation.
 *
 * @param key of its name, behind {@code nav.} in the words of the desk
 */
record NavigationSection(String key, List<NavigationItem> items) {

    NavigationSection {
        items = List.copyOf(items);
    }

    /** What somebody of that role finds. */
    static List<NavigationSection> of(Role role, boolean sandbox) {
        List<NavigationSection> sections = new ArrayList<>();
        sections.add(new NavigationSection("home", List.of(new NavigationItem("/", "home"))));
        sections.add(new NavigationSection("mailings", mailings(sandbox)));
        sections.add(new NavigationSection("audience", audience(role)));
        sections.add(new NavigationSection("content", content()));
        sections.add(new NavigationSection("reports", List.of(new NavigationItem("/reports", "reports"))));
        sections.add(new NavigationSection("house", house(role)));
        return sections;
    }

    private static List<NavigationItem> mailings(boolean sandbox) {
        List<NavigationItem> items = new ArrayList<>();
        items.add(new NavigationItem("/campaigns", "campaigns"));
        items.add(new NavigationItem("/approvals", "approvals"));
        items.add(new NavigationItem("/editions", "editions"));
        items.add(new NavigationItem("/one-offs", "one-offs"));
        if (sandbox) {
            items.add(new NavigationItem("/sandbox", "sandbox"));
        }
        return items;
    }

    private static List<NavigationItem> audience(Role role) {
        List<NavigationItem> items = new ArrayList<>();
        items.add(new NavigationItem("/subscribers", "subscribers"));
        items.add(new NavigationItem("/lists", "lists"));
        items.add(new NavigationItem("/suppressions", "suppressions"));
        if (role.includes(Role.EDITOR)) {
            items.add(new NavigationItem("/imports", "import"));
        }
        items.add(new NavigationItem("/subscribe-form", "subscribe-form"));
        return items;
    }

    private static List<NavigationItem> content() {
        return List.of(new NavigationItem("/articles", "articles"), new NavigationItem("/sources", "sources"));
    }

    private static List<NavigationItem> house(Role role) {
        List<NavigationItem> items = new ArrayList<>();
        items.add(new NavigationItem("/health", "health"));
        if (role == Role.ADMINISTRATOR) {
            items.add(new NavigationItem("/people", "people"));
            items.add(new NavigationItem("/tokens", "tokens"));
            items.add(new NavigationItem("/audit", "audit"));
        }
        items.add(new NavigationItem("/api-docs", "api-docs"));
        return items;
    }

    /** Where its name leads. */
    public String path() {
        return items.get(0).path();
    }

    /** Whether that page is one of these, or below one. */
    public boolean isHere(String page) {
        return items.stream().anyMatch(item -> item.isHere(page));
    }
}
