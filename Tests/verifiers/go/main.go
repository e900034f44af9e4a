// An independent verifier of logs, on golang.org/x/mod/sumdb: what it has, notes and trees, is taken from there; what C2SP adds
// (cosignatures, checkpoints, tile paths, receipts, bundles) stands here. It also makes such files, for the other direction.
package main

import (
	"fmt"
	"os"
	"strconv"
)

const usage = `usage:
  verifier note FILE VKEY...                   who signed the note
  verifier tree DIR VKEY...                    the checkpoint, every entry, sampled proofs
  verifier proof FILE ENTRY VKEY...            the receipt of the entry in a file
  verifier consistency OLD NEW HASH...         a proof between two checkpoints
  verifier notes DIR VKEY...                   of each file, how many of the keys signed it, or -
  verifier ed25519 FILE                        of each line, key, signature and message in hexadecimal digits, whether it holds
  verifier make-note FILE TEXT NAME...         a note with the text of a file, signed by each name; prints the keys
  verifier make-tree DIR SIZE ORIGIN WITNESS   a whole log; prints the keys
  verifier make-proof DIR INDEX FILE           the receipt of an entry of such a log`

func main() {
	if len(os.Args) < 3 || len(os.Args) < 4 && os.Args[1] != "ed25519" {
		fmt.Fprintln(os.Stderr, usage)
		os.Exit(64)
	}
	var err error
	switch arguments := os.Args[2:]; os.Args[1] {
	case "note":
		err = verifyNote(arguments[0], arguments[1:])
	case "tree":
		err = verifyTree(arguments[0], arguments[1:])
	case "proof":
		err = verifyProof(arguments[0], arguments[1], arguments[2:])
	case "consistency":
		err = verifyConsistency(arguments[0], arguments[1], arguments[2:])
	case "notes":
		err = countSignatures(arguments[0], arguments[1:])
	case "ed25519":
		err = verifySignatures(arguments[0])
	case "make-note":
		err = makeNote(arguments[0], arguments[1], arguments[2:])
	case "make-tree":
		if len(arguments) != 4 {
			err = fmt.Errorf("make-tree takes four arguments")
		} else {
			err = makeTree(arguments[0], number(arguments[1]), arguments[2], arguments[3])
		}
	case "make-proof":
		if len(arguments) != 3 {
			err = fmt.Errorf("make-proof takes three arguments")
		} else {
			err = makeProof(arguments[0], number(arguments[1]), arguments[2])
		}
	default:
		err = fmt.Errorf("unknown command %s", os.Args[1])
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "refused:", err)
		os.Exit(1)
	}
}

// number reads a decimal argument.
func number(text string) int64 {
	value, err := strconv.ParseInt(text, 10, 64)
	if err != nil || value < 0 {
		fmt.Fprintln(os.Stderr, "not a number:", text)
		os.Exit(64)
	}
	return value
}
