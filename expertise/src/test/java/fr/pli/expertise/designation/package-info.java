/** Tests of designations, and {@link fr.pli.expertise.designation.Designated} for others that need one. */
package fr.pli.expertise.designation;
