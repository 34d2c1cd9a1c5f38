package fr.pli.exchange.receipt;

/**
 * A small document made for one zip, such as an index: it lies before the files, and its fingerprint is in
 * {@code EMPREINTES.txt}. It is nobody's file and counts for nobody.
 *
 * @param path with its folders, separated by "/"
 */
public record Enclosure(String path, byte[] bytes) {}
