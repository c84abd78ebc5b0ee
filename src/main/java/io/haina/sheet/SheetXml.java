package io.haina.sheet;

import io.haina.problem.Problem.SheetFault;
import io.haina.problem.Refused;
import java.io.IOException;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Walks through one XML part. A document type, and with it every entity of a file's own, is refused. */
final class SheetXml implements AutoCloseable {

    private static final XMLInputFactory FACTORY = factory();

    private final BoundedStream content;
    private final XMLStreamReader reader;

    SheetXml(BoundedStream content) throws IOException {
        this.content = content;
        try {
            this.reader = FACTORY.createXMLStreamReader(content);
        } catch (XMLStreamException e) {
            content.close();
            throw damaged(e);
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw Sheets.refused(SheetFault.ENTITIES);
        });
        return factory;
    }

    /** Goes on to the next piece. @return whether there is one */
    boolean next() {
        try {
            if (!reader.hasNext()) {
                return false;
            }
            int event = reader.next();
            if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                throw Sheets.refused(SheetFault.ENTITIES);
            }
            content.progress();
            return true;
        } catch (XMLStreamException e) {
            throw damaged(e);
        }
    }

    /** Whether an element of this name begins here. */
    boolean starts(String name) {
        return reader.getEventType() == XMLStreamConstants.START_ELEMENT
                && reader.getLocalName().equals(name);
    }

    /** Whether an element of this name ends here. */
    boolean ends(String name) {
        return reader.getEventType() == XMLStreamConstants.END_ELEMENT
                && reader.getLocalName().equals(name);
    }

    /** An attribute, whatever its namespace; null if it is missing. */
    @Nullable
    String attribute(String name) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (reader.getAttributeLocalName(i).equals(name)) {
                return reader.getAttributeValue(i);
            }
        }
        return null;
    }

    String attribute(String name, String otherwise) {
        String value = attribute(name);
        return value == null ? otherwise : value;
    }

    /** A whole number that an attribute holds. */
    int number(String name, int otherwise) {
        String value = attribute(name);
        if (value == null) {
            return otherwise;
        }
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw Sheets.refused(SheetFault.DAMAGED);
        }
    }

    /** Whether an attribute says yes. */
    boolean flag(String name) {
        String value = attribute(name);
        return "1".equals(value) || "true".equals(value);
    }

    /** Appends the text up to the end of the element that begins here, elements inside it left out. */
    void text(String element, StringBuilder to) {
        while (next() && !ends(element)) {
            int event = reader.getEventType();
            if (event == XMLStreamConstants.CHARACTERS
                    || event == XMLStreamConstants.CDATA
                    || event == XMLStreamConstants.SPACE) {
                if (to.length() + reader.getTextLength() > SheetLimits.CELL_LENGTH) {
                    throw Sheets.refused(SheetFault.CELL_TOO_LONG, SheetLimits.CELL_LENGTH);
                }
                to.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
            }
        }
    }

    /** The plain text of a rich one: of a shared string or of a string inside a cell. How it is pronounced is left out. */
    String richText(String element) {
        StringBuilder text = new StringBuilder();
        while (next() && !ends(element)) {
            if (starts("t")) {
                text("t", text);
            } else if (starts("rPh")) {
                skip("rPh");
            }
        }
        return Escaped.plain(text);
    }

    private void skip(String element) {
        boolean inside = true;
        while (inside && next()) {
            inside = !ends(element);
        }
    }

    /** The parser hands on what the resolver throws, and what the stream throws, in its own wrapping. */
    private static RuntimeException damaged(XMLStreamException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refused refused) {
                return refused;
            }
        }
        return Sheets.refused(SheetFault.DAMAGED);
    }

    @Override
    public void close() throws IOException {
        try {
            reader.close();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        } finally {
            content.close();
        }
    }
}
