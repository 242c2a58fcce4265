/** Takes in mails that came back and draws the consequences. */
package dev.paperround.bounce;
