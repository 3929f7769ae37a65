package org.mailround.admin;

/**
 * A page that stands in the navigation.
 *
 * @param key of its name, behind {@code nav.} in the words of the desk
 */
record NavigationItem(String path, String key) {

    /** Whether that page is this one, or one below it. */
    public boolean isHere(String page) {
        return page.equals(path) || path.length() > 1 && page.startsWith(path + "/");
    }
}
