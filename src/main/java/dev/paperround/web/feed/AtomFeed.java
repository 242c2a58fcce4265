package dev.paperround.web.feed;

import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Renders a feed according to RFC 4287; {@code language} applies to our own text, as the papers are in English. */
record AtomFeed(
        String id,
        String language,
        String title,
        String subtitle,
        String self,
        String alternate,
        Instant updated,
        List<Entry> entries) {
    private static final String NAMESPACE = "http://www.w3.org/2005/Atom";
    private static final String PAPERS = "en";
    private static final int NAMED_AUTHORS = 20;

    // XML 1.0 does not allow these characters, not even as references.
    private static final Pattern NOT_IN_XML =
            Pattern.compile("[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]");

    /** Describes one paper; {@code html} is its content, and {@code updated} the last day it was featured. */
    record Entry(
            String id,
            String title,
            String link,
            Instant published,
            Instant updated,
            List<String> authors,
            List<String> categories,
            String html) {}

    String xml() {
        // A StringWriter is needed because Java's XML writer splits surrogate pairs when it writes to a stream.
        var text = new StringWriter();
        try {
            var xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            write(xml);
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a feed is written to memory", e);
        }
        return text.toString();
    }

    private void write(XMLStreamWriter xml) throws XMLStreamException {
        xml.writeStartElement("feed");
        xml.writeDefaultNamespace(NAMESPACE);
        xml.writeAttribute("xml:lang", language);
        element(xml, "id", id);
        element(xml, "title", title);
        element(xml, "subtitle", subtitle);
        element(xml, "updated", updated.toString());
        author(xml, "Paper Round");
        element(xml, "generator", "Paper Round");
        link(xml, "self", "application/atom+xml", self);
        link(xml, "alternate", "text/html", alternate);
        for (var entry : entries) {
            write(xml, entry);
        }
        xml.writeEndElement();
    }

    private void write(XMLStreamWriter xml, Entry entry) throws XMLStreamException {
        xml.writeStartElement("entry");
        if (!language.equals(PAPERS)) {
            xml.writeAttribute("xml:lang", PAPERS);
        }
        element(xml, "id", entry.id());
        element(xml, "title", entry.title());
        element(xml, "published", entry.published().toString());
        element(xml, "updated", entry.updated().toString());
        link(xml, "alternate", "text/html", entry.link());
        for (var name : entry.authors()
                .subList(0, Math.min(NAMED_AUTHORS, entry.authors().size()))) {
            author(xml, name);
        }
        for (var category : entry.categories()) {
            xml.writeEmptyElement("category");
            xml.writeAttribute("term", clean(category));
        }
        xml.writeStartElement("content");
        xml.writeAttribute("type", "html");
        xml.writeCharacters(clean(entry.html()));
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private static void author(XMLStreamWriter xml, String name) throws XMLStreamException {
        xml.writeStartElement("author");
        element(xml, "name", name);
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
        xml.writeCharacters(clean(text));
        xml.writeEndElement();
    }

    private static String clean(String text) {
        return NOT_IN_XML.matcher(text).replaceAll("");
    }
}
