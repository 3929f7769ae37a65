package org.mailround.subscriber;

import java.nio.file.Path;

/**
 * A file that staff brought, on its way into a list.
 *
 * @param id tells it from others, in addresses of pages
 * @param folder where it lies until it is imported
 */
public record Upload(String id, String list, Path folder) {

    Path file() {
        return folder.resolve(list + ".csv");
    }

    Path mapping() {
        return folder.resolve(list + ".yaml");
    }

    @Override
    public String toString() {
        return "Upload[" + id + "]";
    }
}
