package org.mailround.subscriber;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** A public set of CSV files, each with what is in it. */
class CsvSpectrumTests {

    private static final Path FILES = Path.of("src/test/resources/csv-spectrum");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "comma_in_quotes",
                "empty",
                "empty_crlf",
                "escaped_quotes",
                "json",
                "newlines",
                "newlines_crlf",
                "quotes_and_newlines",
                "simple",
                "simple_crlf",
                "utf8",
            })
    void everyCellIsRead(String name) throws IOException {
        List<Map<String, String>> expected = JsonMapper.shared()
                .readValue(Files.readString(FILES.resolve(name + ".json")), new TypeReference<>() {});

        assertThat(read(FILES.resolve(name + ".csv"))).isEqualTo(expected);
    }

    @Test
    void quotationMarksThatMeanSecondsAreText() throws IOException {
        assertThat(read(FILES.resolve("location_coordinates.csv")).get(0))
                .containsEntry("Contact Phone Number", "2095257564")
                .containsEntry("Counties", "Stanislaus")
                .hasEntrySatisfying(
                        "Location Coordinates", cell -> assertThat(cell).endsWith("17.9\"W"));
    }

    /** The first column stands for the addresses, which none of them has. */
    private List<Map<String, String>> read(Path file) throws IOException {
        String first =
                Files.readAllLines(file, StandardCharsets.ISO_8859_1).get(0).split(",")[0];
        Path mapping = Files.writeString(folder.resolve("mapping.yaml"), "columns: {email: " + first + "}\n");
        CsvFile csv = CsvFile.open(file, MappingFile.read(mapping));
        List<Map<String, String>> rows = new ArrayList<>();
        csv.read(row -> {
            Map<String, String> cells = new LinkedHashMap<>();
            List<String> header = csv.columns().header();
            for (int i = 0; i < header.size(); i++) {
                cells.put(header.get(i), row.cell(i));
            }
            rows.add(cells);
        });
        return rows;
    }
}
