package io.exhibit.seal;

import io.exhibit.assessment.Receipt;

/**
 * A receipt as the vault keeps it.
 *
 * @param salt signature of the log's key over the pack and the time, in base64. The log, which packs for strangers carry, tells the SHA-256
 *     of this record; without something that nobody can guess in it, a receiver could try out who else got what
 */
record SealedReceipt(Receipt receipt, String salt) {}
