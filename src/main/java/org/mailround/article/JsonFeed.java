package org.mailround.article;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** JSON Feed, versions 1.0 and 1.1, read item by item: one that breaks off has whole items before. */
final class JsonFeed {

    /** What an attack on memory is made of. */
    private static final int MOST_TOKENS = 1_000_000;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxTokenCount(MOST_TOKENS)
                            .build())
                    .build())
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS, JsonReadFeature.ALLOW_TRAILING_COMMA)
            .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final ObjectNode head = MAPPER.createObjectNode();
    private @Nullable List<JsonNode> items;
    private boolean breaksOff;

    private JsonFeed() {}

    /**
     * The items of a feed in its order.
     *
     * @param address where it was fetched from; null where that is no web address
     * @param url what the reasons call it
     * @return the last of them may be half an item
     */
    static List<Found> items(String text, @Nullable String address, String url) throws UnreadableException {
        JsonFeed feed = new JsonFeed();
        try (JsonParser parser = MAPPER.createParser(text)) {
            feed.read(parser);
        } catch (StreamConstraintsException e) {
            throw Feed.hasTooManyParts(url);
        } catch (JacksonException e) {
            feed.breaksOff = true;
        }
        if (feed.items == null && !feed.head.path("version").asString("").contains("jsonfeed.org")) {
            throw Feed.isNone(url);
        }
        return feed.found(address, url);
    }

    private void read(JsonParser parser) {
        parser.nextToken();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            if (parser.nextToken() == JsonToken.START_ARRAY && name.equals("items")) {
                items = new ArrayList<>();
                readItems(parser, items);
            } else {
                head.set(name, MAPPER.readTree(parser));
            }
        }
    }

    private static void readItems(JsonParser parser, List<JsonNode> items) {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (items.size() < Feed.MOST_ITEMS) {
                items.add(MAPPER.readTree(parser));
            } else {
                parser.skipChildren();
            }
        }
    }

    private List<Found> found(@Nullable String address, String url) throws UnreadableException {
        List<JsonNode> read = items == null ? List.of() : items;
        if (breaksOff && read.isEmpty()) {
            throw Feed.breaksOff(url);
        }
        List<Found> found = new ArrayList<>();
        for (JsonNode item : read) {
            found.add(new JsonItem(item, head).found(address));
        }
        if (breaksOff && found.size() < Feed.MOST_ITEMS) {
            found.add(Found.ofNothingWhole());
        }
        return found;
    }
}
