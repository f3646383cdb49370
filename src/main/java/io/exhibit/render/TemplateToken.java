package io.exhibit.render;

/**
 * A stretch of a template.
 *
 * @param name of a directive or of the macro that is called, or ""
 * @param code what stands in it beside the name: the text itself, or the expression
 * @param closing whether it is the end tag
 * @param empty whether a call has no nested content
 * @param from where {@code code} begins in the file, in characters from 0
 */
record TemplateToken(Kind kind, String name, String code, boolean closing, boolean empty, int at, int from) {

    enum Kind {
        TEXT,
        /** <code>&lt;#name code&gt;</code> */
        DIRECTIVE,
        /** <code>&lt;@name code&gt;</code> */
        CALL,
        /** <code>${code}</code> */
        VALUE
    }
}
