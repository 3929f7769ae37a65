package org.mailround.subscriber;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.mailround.Database;

/** What a test of this room needs that runs on every database. */
@ParameterizedClass
@EnumSource
abstract class OnEveryDatabase {

    @Parameter
    @SuppressWarnings("NullAway.Init")
    Database database;

    @TempDir
    Path folder;

    House house;

    @BeforeEach
    void open() {
        house = new House(database.migrated(), folder, Map.of());
    }

    @AfterEach
    void close() {
        house.close();
    }
}
