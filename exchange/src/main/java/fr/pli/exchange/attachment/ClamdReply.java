package fr.pli.exchange.attachment;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What clamd said about one stream. There are exactly three replies that are a verdict; every other one is
 * {@link ClamdTrouble}.
 */
record ClamdReply(Verdict verdict, boolean refusesSize) {

    private static final Pattern FOUND = Pattern.compile("stream: ([\\x21-\\x7E]{1,180}) FOUND");
    private static final Pattern ERROR = Pattern.compile("[\\x20-\\x7E]{0,200} ERROR");

    /** Our own signatures: not of a virus, but of what clamd passes over without a word (ADR 0037). */
    private static final String ZIP64 = "Pli.Zip64";

    static ClamdReply parse(String reply) throws ClamdTrouble {
        if (reply.equals("stream: OK")) {
            return new ClamdReply(Verdict.CLEAN, false);
        }
        if (reply.equals("INSTREAM size limit exceeded. ERROR")) {
            return new ClamdReply(Verdict.of(Unscannable.TOO_LARGE), true);
        }
        Matcher found = FOUND.matcher(reply);
        if (found.matches()) {
            return new ClamdReply(verdict(found.group(1)), false);
        }
        throw ERROR.matcher(reply).matches()
                ? new ClamdTrouble(ClamdTrouble.Kind.FAILED, reply)
                : new ClamdTrouble(ClamdTrouble.Kind.NONSENSE, "a reply of " + reply.length() + " characters");
    }

    private static Verdict verdict(String name) {
        if (name.startsWith("Heuristics.Encrypted.")) {
            return Verdict.of(encrypted(name.substring("Heuristics.Encrypted.".length())));
        }
        if (name.startsWith("Heuristics.Limits.Exceeded")) {
            return Verdict.of(exceeded(name.substring("Heuristics.Limits.Exceeded".length())));
        }
        return name.startsWith(ZIP64) ? Verdict.of(Unscannable.UNSUPPORTED) : Verdict.infected(name);
    }

    private static Unscannable encrypted(String what) {
        return what.startsWith("PDF") || what.startsWith("Doc") || what.startsWith("OLE") || what.startsWith("OOXML")
                ? Unscannable.ENCRYPTED_DOCUMENT
                : Unscannable.ENCRYPTED;
    }

    private static Unscannable exceeded(String limit) {
        return switch (limit) {
            case ".MaxFileSize", ".MaxScanSize" -> Unscannable.TOO_LARGE;
            case ".MaxScanTime" -> Unscannable.TOO_LONG;
            case ".MaxRecursion" -> Unscannable.NESTED_TOO_DEEP;
            case ".MaxFiles" -> Unscannable.TOO_MANY_MEMBERS;
            default -> Unscannable.TOO_COMPLEX;
        };
    }
}
