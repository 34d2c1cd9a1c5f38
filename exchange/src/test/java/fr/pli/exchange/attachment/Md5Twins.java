package fr.pli.exchange.attachment;

import java.util.HexFormat;

/** Two pieces of 128 bytes with one MD5 (Wang and Yu, « How to Break MD5 », 2005). */
final class Md5Twins {

    private static final String ONE = """
            d131dd02c5e6eec4693d9a0698aff95c2fcab58712467eab4004583eb8fb7f89\
            55ad340609f4b30283e488832571415a085125e8f7cdc99fd91dbdf280373c5b\
            d8823e3156348f5bae6dacd436c919c6dd53e2b487da03fd02396306d248cda0\
            e99f33420f577ee8ce54b67080a80d1ec69821bcb6a8839396f9652b6ff72a70""";

    private static final String OTHER = """
            d131dd02c5e6eec4693d9a0698aff95c2fcab50712467eab4004583eb8fb7f89\
            55ad340609f4b30283e4888325f1415a085125e8f7cdc99fd91dbd7280373c5b\
            d8823e3156348f5bae6dacd436c919c6dd53e23487da03fd02396306d248cda0\
            e99f33420f577ee8ce54b67080280d1ec69821bcb6a8839396f965ab6ff72a70""";

    private Md5Twins() {}

    static byte[] one() {
        return HexFormat.of().parseHex(ONE);
    }

    /** Bytes 16 to 32 among others are not those of the first. */
    static byte[] other() {
        return HexFormat.of().parseHex(OTHER);
    }
}
