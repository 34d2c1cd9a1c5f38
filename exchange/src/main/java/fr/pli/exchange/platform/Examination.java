package fr.pli.exchange.platform;

/**
 * One part of what {@code doctor} looks at (O-5). It is made and run without the application, which may be what does not
 * start; it changes nothing that stays.
 */
public interface Examination {

    /** Name of the part, which begins the codes of its findings: {@code doctor.<part>.<code>} is the sentence. */
    String part();

    /** Says what it found. What it throws is a finding too. */
    void examine(Installation installation, Findings findings) throws Exception;
}
