/** The wire protocols of AWS as a server speaks them: requests in, trees of members out, as XML or JSON; knows no AWS service. */
package io.exhibit.sandbox.wire;
