package io.exhibit.render.forms;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The parts of a workbook that hold no rows: types, relationships, the list of the sheets, and two styles, of which the second is bold. */
final class WorkbookParts {

    static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String DOCUMENT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships";
    private static final String TYPES = "http://schemas.openxmlformats.org/package/2006/content-types";
    private static final String SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    private static final String PLAIN = " numFmtId=\"0\" fillId=\"0\" borderId=\"0\"";
    private static final String TOP = "<alignment vertical=\"top\" wrapText=\"1\"/>";

    private WorkbookParts() {}

    /** Each by its name, in the order in which they stand in the file. */
    static Map<String, String> of(List<String> sheets) {
        StringBuilder types = new StringBuilder();
        StringBuilder names = new StringBuilder();
        StringBuilder links = new StringBuilder();
        for (int i = 1; i <= sheets.size(); i++) {
            types.append(typed("worksheets/sheet" + i, "worksheet"));
            names.append("<sheet name=\"" + Workbook.escaped(sheets.get(i - 1)) + "\" sheetId=\"" + i + "\" r:id=\"s"
                    + i + "\"/>");
            links.append(link("s" + i, "worksheet", "worksheets/sheet" + i + ".xml"));
        }
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put(
                "[Content_Types].xml",
                "<Types xmlns=\"" + TYPES + "\">"
                        + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                        + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                        + typed("workbook", "sheet.main") + typed("styles", "styles") + types + "</Types>");
        parts.put("_rels/.rels", links(link("w", "officeDocument", "xl/workbook.xml")));
        parts.put(
                "xl/workbook.xml",
                "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + DOCUMENT + "\"><sheets>" + names
                        + "</sheets></workbook>");
        parts.put("xl/_rels/workbook.xml.rels", links(links + link("styles", "styles", "styles.xml")));
        parts.put("xl/styles.xml", styles());
        return parts;
    }

    private static String typed(String part, String type) {
        return "<Override PartName=\"/xl/" + part + ".xml\" ContentType=\"" + SHEET + type + "+xml\"/>";
    }

    private static String links(String all) {
        return "<Relationships xmlns=\"" + PACKAGE + "\">" + all + "</Relationships>";
    }

    private static String link(String id, String type, String target) {
        return "<Relationship Id=\"" + id + "\" Type=\"" + DOCUMENT + "/" + type + "\" Target=\"" + target + "\"/>";
    }

    private static String styles() {
        String font = "<sz val=\"10\"/><name val=\"Calibri\"/></font>";
        return "<styleSheet xmlns=\"" + MAIN + "\"><fonts count=\"2\"><font>" + font + "<font><b/>" + font + "</fonts>"
                + "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill>"
                + "<fill><patternFill patternType=\"gray125\"/></fill></fills>"
                + "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>"
                + "<cellStyleXfs count=\"1\"><xf fontId=\"0\"" + PLAIN + "/></cellStyleXfs><cellXfs count=\"2\">"
                + "<xf fontId=\"0\"" + PLAIN + " xfId=\"0\" applyAlignment=\"1\">" + TOP + "</xf>"
                + "<xf fontId=\"1\"" + PLAIN + " xfId=\"0\" applyFont=\"1\" applyAlignment=\"1\">" + TOP + "</xf>"
                + "</cellXfs></styleSheet>";
    }
}
