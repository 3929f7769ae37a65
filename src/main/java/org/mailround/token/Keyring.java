package org.mailround.token;

import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The keys of one house. They are kept in a folder, where the first start makes one; or they are all given, and nothing is
 * kept. The newest name signs, and every key verifies.
 */
abstract class Keyring {

    private static final Comparator<Key> NEWEST_FIRST =
            Comparator.comparing(Key::name).reversed();

    /** @throws IllegalArgumentException if a given key is none, or one is missing that the folder has */
    static Keyring of(Path folder, Map<String, String> given) {
        return given.isEmpty() ? new Kept(new KeyFolder(folder)) : new Given(folder, given);
    }

    abstract List<Key> newestFirst();

    /** Looks whether there are other keys than before, and says so. */
    abstract boolean refresh();

    /**
     * Adds a key, which signs from now on.
     *
     * @throws IllegalStateException if the keys are given, and not this program's to make
     */
    abstract void rotate();

    Key current() {
        refresh();
        return newestFirst().get(0);
    }

    /** The key that identifies addresses after erasure: always the oldest, or a hash would change with a new key. */
    Key oldest() {
        List<Key> keys = newestFirst();
        return keys.get(keys.size() - 1);
    }

    Key named(String name) {
        return find(name)
                .or(() -> refresh() ? find(name) : Optional.empty())
                .orElseThrow(() -> new IllegalStateException(
                        "the key %s is missing: put it back, as mail that it signed is still about".formatted(name)));
    }

    private Optional<Key> find(String name) {
        for (Key key : newestFirst()) {
            if (key.name().equals(name)) {
                return Optional.of(key);
            }
        }
        return Optional.empty();
    }

    /** Another process may add one; that is seen by the folder's own time, so that a forged token costs no more than that. */
    private static final class Kept extends Keyring {

        private record Seen(FileTime changedAt, List<Key> newestFirst) {}

        private final KeyFolder folder;
        private volatile Seen seen;

        Kept(KeyFolder folder) {
            this.folder = folder;
            folder.createFirst();
            this.seen = look();
        }

        @Override
        List<Key> newestFirst() {
            return seen.newestFirst();
        }

        @Override
        boolean refresh() {
            if (folder.changedAt().equals(seen.changedAt())) {
                return false;
            }
            seen = look();
            return true;
        }

        @Override
        void rotate() {
            folder.createNext();
            seen = look();
        }

        private Seen look() {
            // asked before the files are: what comes while they are read is seen the next time
            FileTime changedAt = folder.changedAt();
            return new Seen(
                    changedAt, folder.keys().stream().sorted(NEWEST_FIRST).toList());
        }
    }

    private static final class Given extends Keyring {

        private final List<Key> newestFirst;

        Given(Path folder, Map<String, String> given) {
            this.newestFirst = given.entrySet().stream()
                    .map(key -> key(key.getKey(), key.getValue()))
                    .sorted(NEWEST_FIRST)
                    .toList();
            new KeyFolder(folder)
                    .keys().stream()
                            .map(Key::name)
                            .filter(name -> !given.containsKey(name))
                            .findAny()
                            .ifPresent(name -> {
                                throw new IllegalArgumentException(
                                        ("mailround.keys lacks the key %s, which is in %s: give it, too, or"
                                                        + " old links fail and suppressed people are mailed")
                                                .formatted(name, folder));
                            });
        }

        private static Key key(String name, String secret) {
            try {
                return Key.of(name, Base64.getDecoder().decode(secret.strip()));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(
                        ("mailround.keys.%s is no key, which is 32 octets or more in Base64: openssl rand -base64 32"
                                        + " makes one")
                                .formatted(name),
                        e);
            }
        }

        @Override
        List<Key> newestFirst() {
            return newestFirst;
        }

        @Override
        boolean refresh() {
            return false;
        }

        @Override
        void rotate() {
            throw new IllegalStateException(
                    ("The keys are given by mailround.keys: add one there whose name comes after %s,"
                                    + " and keep the others. openssl rand -base64 32 makes one.")
                            .formatted(newestFirst.get(0).name()));
        }
    }
}
