package topics.shop;

import dev.quintet.http.BadRequest;
import dev.quintet.http.Request;
import dev.quintet.http.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;

/// Answers those who still speak SOAP.
final class Envelopes {

    private Envelopes() {}

    static Response answer(Request request) {
        String isbn = read(request).getElementsByTagName("isbn").item(0).getTextContent();
        Book book = Books.getOr404(Books.isbn.eq(isbn));
        String envelope =
                """
                <soap:Envelope xmlns:soap="http://www.w3.org/2003/05/soap-envelope">
                  <soap:Body><price>%s</price></soap:Body>
                </soap:Envelope>
                """
                        .formatted(book.price);
        return Response.bytes("application/soap+xml", envelope.getBytes(StandardCharsets.UTF_8));
    }

    private static Document read(Request request) {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder().parse(new ByteArrayInputStream(request.body()));
        } catch (ParserConfigurationException | SAXException | IOException unread) {
            throw new BadRequest("This is no XML that we read.");
        }
    }
}
