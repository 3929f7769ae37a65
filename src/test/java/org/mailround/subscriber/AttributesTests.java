package org.mailround.subscriber;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class AttributesTests {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Test
    void areWrittenWithTheirNamesInOrder() {
        assertThat(Attributes.write(Map.of("town", "Rye", "plan", "a/b", "note", "say \"hi\"")))
                .isEqualTo("{\"note\":\"say \\\"hi\\\"\",\"plan\":\"a/b\",\"town\":\"Rye\"}");
    }

    @Test
    void areWrittenAsTheMapperWouldWhateverTheyHold() {
        Random random = new Random(6);
        for (int i = 0; i < 50_000; i++) {
            Map<String, String> attributes = new TreeMap<>();
            for (int many = random.nextInt(4); many >= 0; many--) {
                attributes.put(text(random), text(random));
            }
            assertThat(Attributes.write(attributes)).isEqualTo(JSON.writeValueAsString(attributes));
        }
    }

    private static String text(Random random) {
        int reach = random.nextInt(5) == 0 ? 0x2100 : 0x100;
        StringBuilder text = new StringBuilder();
        for (int length = random.nextInt(5); length > 0; length--) {
            text.append((char) (random.nextInt(4) == 0 ? random.nextInt(reach) : 'a' + random.nextInt(26)));
        }
        return text.toString();
    }
}
