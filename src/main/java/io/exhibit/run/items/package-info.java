/** What the tests of a month were made of, item by item: counted, measured and written, each list streaming through once. */
package io.exhibit.run.items;
