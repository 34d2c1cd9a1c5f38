/** Court-ordered expert assessments on top of the exchange: a deposit is a message whose audience the rights decide. */
@org.jspecify.annotations.NullMarked
package fr.pli.expertise;
