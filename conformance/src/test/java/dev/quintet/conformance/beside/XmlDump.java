package dev.quintet.conformance.beside;

import java.io.ByteArrayInputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/// What a fixture in XML says, so that two can be held against each other: by model and key, the
/// text of each field.
final class XmlDump {

    private XmlDump() {}

    /// {@return by `model key` the fields and what they hold; of many-to-many relations the keys,
    /// sorted}
    static Map<String, Map<String, String>> read(byte[] xml) throws Exception {
        NodeList objects =
                DocumentBuilderFactory.newDefaultInstance()
                        .newDocumentBuilder()
                        .parse(new ByteArrayInputStream(xml))
                        .getDocumentElement()
                        .getChildNodes();
        Map<String, Map<String, String>> all = new TreeMap<>();
        for (Node one = objects.item(0); one != null; one = one.getNextSibling()) {
            if (one instanceof Element object) {
                all.put(
                        object.getAttribute("model") + " " + object.getAttribute("pk"),
                        fields(object));
            }
        }
        return all;
    }

    private static Map<String, String> fields(Element object) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (Node one = object.getFirstChild(); one != null; one = one.getNextSibling()) {
            if (one instanceof Element field) {
                fields.put(field.getAttribute("name"), value(field));
            }
        }
        return new TreeMap<>(fields);
    }

    private static String value(Element field) {
        var targets = new TreeSet<String>();
        boolean none = false;
        for (Node one = field.getFirstChild(); one != null; one = one.getNextSibling()) {
            if (one instanceof Element inner) {
                none |= inner.getTagName().equals("None");
                targets.add(inner.getAttribute("pk"));
            }
        }
        if (none) {
            return "None";
        }
        return field.getAttribute("rel").equals("ManyToManyRel")
                ? targets.toString()
                : field.getTextContent();
    }
}
