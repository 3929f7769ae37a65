package org.mailround.site;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.mailround.campaign.Edition;
import org.mailround.clinic.Clinic;

/** Editions as an Atom feed (RFC 4287): each by its title and where it is read. */
final class AtomFeed {

    /** What XML 1.0 has no way to write. */
    private static final Pattern NO_CHARACTER =
            Pattern.compile("[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]");

    private static final String NAMESPACE = "http://www.w3.org/2005/Atom";

    private final String archive;
    private final Clinic clinic;

    /** @param root where the public pages are, without a slash at the end */
    AtomFeed(String root, Clinic clinic) {
        this.archive = root + "/archive";
        this.clinic = clinic;
    }

    /** When the newest was finished; of none, the beginning of time, as a feed must have been updated once. */
    static Instant updated(List<Edition> editions) {
        return editions.stream().map(AtomFeed::updated).max(Instant::compareTo).orElse(Instant.EPOCH);
    }

    private static Instant updated(Edition edition) {
        return Objects.requireNonNullElse(edition.finishedAt(), edition.composedAt());
    }

    byte[] of(List<Edition> editions) {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        try {
            XMLStreamWriter xml =
                    XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(octets, StandardCharsets.UTF_8.name());
            xml.writeStartDocument("UTF-8", "1.0");
            write(xml, editions);
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("the feed of the archive cannot be written", e);
        }
        return octets.toByteArray();
    }

    private void write(XMLStreamWriter xml, List<Edition> editions) throws XMLStreamException {
        xml.writeStartElement("feed");
        xml.writeDefaultNamespace(NAMESPACE);
        xml.writeAttribute("xml:lang", clinic.language());
        element(xml, "id", archive);
        element(xml, "title", clinic.name());
        element(xml, "updated", updated(editions).toString());
        link(xml, "self", "application/atom+xml", archive + "/feed.xml");
        link(xml, "alternate", "text/html", archive);
        xml.writeStartElement("author");
        element(xml, "name", clinic.name());
        xml.writeEndElement();
        for (Edition edition : editions) {
            entry(xml, edition);
        }
        xml.writeEndElement();
    }

    private void entry(XMLStreamWriter xml, Edition edition) throws XMLStreamException {
        String page = archive + "/" + edition.id();
        xml.writeStartElement("entry");
        element(xml, "id", page);
        element(xml, "title", edition.subject());
        element(xml, "published", edition.composedAt().toString());
        element(xml, "updated", updated(edition).toString());
        link(xml, "alternate", "text/html", page);
        xml.writeEndElement();
    }

    private static void link(XMLStreamWriter xml, String rel, String type, String href) throws XMLStreamException {
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", rel);
        xml.writeAttribute("type", type);
        xml.writeAttribute("href", href);
    }

    private static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(NO_CHARACTER.matcher(text).replaceAll(""));
        xml.writeEndElement();
    }
}
