package fr.pli.expertise.invitation;

import fr.pli.exchange.account.Particulars;
import fr.pli.expertise.rights.Role;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whom the expert invites, as typed.
 *
 * @param party whom the role stands for; none for the court and the expert's side
 * @param organisation of somebody who is not in the directory yet; may be left out
 * @param language {@code fr} or {@code en}, of somebody who is not in the directory yet
 */
public record Invitation(
        @Nullable Role role,
        @Nullable UUID party,
        @Nullable String email,
        @Nullable String firstName,
        @Nullable String lastName,
        @Nullable String organisation,
        @Nullable String language) {

    @SuppressWarnings("NullAway") // its constructor takes what was not typed for empty
    Particulars particulars() {
        return new Particulars(email, firstName, lastName, organisation, null, language, null);
    }
}
