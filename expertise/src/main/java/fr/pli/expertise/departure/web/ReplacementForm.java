package fr.pli.expertise.departure.web;

import fr.pli.expertise.departure.Replacements;
import fr.pli.expertise.departure.RequestFile;

/** « Rattacher un remplaçant » as its form sends it; what it does not send is empty. */
record ReplacementForm(String replacement, String asker, String askerName) {

    static final ReplacementForm NOTHING = new ReplacementForm("", "", "");

    @SuppressWarnings("NullAway") // what a form does not send is null
    ReplacementForm {
        replacement = replacement == null ? "" : replacement;
        asker = asker == null ? "" : asker;
        askerName = askerName == null ? "" : askerName;
    }

    Replacements.Attachment attachment(RequestFile request) {
        return new Replacements.Attachment(replacement, asker, askerName, request);
    }
}
