package fr.pli.expertise.invitation;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Invitations to an expertise (E-7).
 *
 * @param createsEntries whether an expert's invitation may enter a lawyer, a party or a sapiteur whose address is not in
 *     the directory; administrators may decide otherwise while the service runs
 */
@ConfigurationProperties("pli.invitation")
public record InvitationSettings(@DefaultValue("true") boolean createsEntries) {}
