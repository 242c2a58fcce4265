package dev.paperround.paper.source.arxiv;

import dev.paperround.i18n.Failures;
import dev.paperround.i18n.IngestMessages;
import dev.paperround.i18n.Message;
import dev.paperround.paper.ParsedPaper;
import dev.paperround.paper.source.ParseResult;
import dev.paperround.paper.source.Rejection;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

final class ArxivFeed {
    private final XMLStreamReader xml;
    private final List<ParsedPaper> drafts = new ArrayList<>();
    private final List<Rejection> rejections = new ArrayList<>();
    private final ArxivItem channel = new ArxivItem();
    private Optional<Message> failure = Optional.empty();
    private int items;

    private ArxivFeed(XMLStreamReader xml) {
        this.xml = xml;
    }

    static ParseResult read(byte[] rss) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        ArxivFeed feed = null;
        try {
            feed = new ArxivFeed(factory.createXMLStreamReader(new ByteArrayInputStream(rss)));
            Optional<Message> refusal = feed.read();
            return new ParseResult(feed.drafts, feed.rejections, refusal);
        } catch (XMLStreamException malformed) {
            Message message = Message.of(IngestMessages.class, say -> say.noFeed(Failures.said(malformed)));
            return feed == null
                    ? ParseResult.refused(message)
                    : new ParseResult(feed.drafts, feed.rejections, Optional.of(message));
        }
    }

    private Optional<Message> read() throws XMLStreamException {
        xml.nextTag();
        if (!xml.getLocalName().equals("rss")) {
            return Optional.of(Message.of(IngestMessages.class, say -> say.noRss(xml.getLocalName())));
        }
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamReader.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "item" -> add(item());
                    case "title", "description", "pubDate" -> channel.set(xml.getLocalName(), text());
                    default -> {}
                }
            }
        }
        return isError(channel) ? Optional.of(told(channel)) : failure;
    }

    // An error looks like any other feed, except for the title of the feed or of its only entry.
    private static boolean isError(ArxivItem item) {
        String title = item.title().toLowerCase(Locale.ROOT);
        return title.startsWith("feed error") || title.equals("error");
    }

    private static Message told(ArxivItem error) {
        return Message.asIs(error.title() + ": " + error.description());
    }

    private ArxivItem item() throws XMLStreamException {
        ArxivItem item = new ArxivItem();
        for (int depth = 1; depth > 0; ) {
            int event = xml.next();
            if (event == XMLStreamReader.START_ELEMENT) {
                item.set(xml.getLocalName(), text());
            } else if (event == XMLStreamReader.END_ELEMENT) {
                depth--;
            }
        }
        return item;
    }

    private void add(ArxivItem item) {
        int position = items++;
        if (isError(item)) {
            failure = Optional.of(told(item));
        } else if (item.isNews()) {
            item.fault()
                    .ifPresentOrElse(
                            fault -> rejections.add(new Rejection(position, fault)),
                            () -> drafts.add(item.draft(position, channel.day())));
        }
    }

    // Collects all text up to the end of the element, including nested elements.
    private String text() throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        for (int depth = 1; depth > 0; ) {
            switch (xml.next()) {
                case XMLStreamReader.START_ELEMENT -> depth++;
                case XMLStreamReader.END_ELEMENT -> depth--;
                case XMLStreamReader.CHARACTERS, XMLStreamReader.CDATA -> text.append(xml.getText());
                default -> {}
            }
        }
        return text.toString();
    }
}
