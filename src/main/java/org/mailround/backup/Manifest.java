package org.mailround.backup;

import java.time.Instant;
import java.util.Map;

/**
 * What a backup says about itself.
 *
 * @param format how the archive is laid out; counts up with each change that older programs cannot read
 * @param takenAt when the copy of the database was begun: nothing that happened later is in it
 * @param schema the version of the database's schema
 * @param sha256 of each file in it, in hexadecimal, by its name in the archive
 */
record Manifest(int format, Instant takenAt, int schema, Map<String, String> sha256) {

    static final int FORMAT = 1;

    Manifest {
        sha256 = Map.copyOf(sha256);
    }
}
