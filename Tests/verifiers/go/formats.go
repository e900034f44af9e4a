package main

import (
	"bytes"
	"encoding/base64"
	"encoding/binary"
	"fmt"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

// A checkpoint is the text of a note of a log.
type checkpoint struct {
	origin string
	size   int64
	root   tlog.Hash
	note   *note.Note
}

// readCheckpoint verifies a note and reads its text; the first key is the log's.
func readCheckpoint(file []byte, vkeys []string) (*checkpoint, error) {
	opened, err := open(file, vkeys)
	if err != nil {
		return nil, err
	}
	lines := strings.Split(opened.Text, "\n")
	if len(lines) < 4 || lines[0] == "" {
		return nil, fmt.Errorf("a checkpoint has three lines")
	}
	if len(vkeys) > 0 && strings.SplitN(vkeys[0], "+", 2)[0] != lines[0] {
		return nil, fmt.Errorf("the origin is %q", lines[0])
	}
	size, err := strconv.ParseInt(lines[1], 10, 64)
	if err != nil || strconv.FormatInt(size, 10) != lines[1] || size < 0 {
		return nil, fmt.Errorf("the size is %q", lines[1])
	}
	root, err := tlog.ParseHash(lines[2])
	if err != nil {
		return nil, err
	}
	return &checkpoint{lines[0], size, root, opened}, nil
}

func (c *checkpoint) text() string {
	return fmt.Sprintf("%s\n%d\n%s\n", c.origin, c.size, c.root)
}

// path is the path of a tile as C2SP has it: x/mod puts the height and `data` in it.
func path(tile tlog.Tile) string {
	text := strings.TrimPrefix(tile.Path(), "tile/8/")
	return "tile/" + strings.Replace(text, "data/", "entries/", 1)
}

// readBundle reads the entries of a bundle.
func readBundle(data []byte) ([][]byte, error) {
	var entries [][]byte
	for len(data) > 0 {
		if len(data) < 2 {
			return nil, fmt.Errorf("the bundle ends in a length")
		}
		count := int(binary.BigEndian.Uint16(data))
		if len(data) < 2+count {
			return nil, fmt.Errorf("the bundle ends in an entry")
		}
		entries = append(entries, data[2:2+count])
		data = data[2+count:]
	}
	return entries, nil
}

// A receipt is a .tlog-proof.
type receipt struct {
	index  int64
	proof  tlog.RecordProof
	signed []byte
}

func readReceipt(file []byte) (*receipt, error) {
	head, signed, found := bytes.Cut(file, []byte("\n\n"))
	if !found {
		return nil, fmt.Errorf("the receipt has no empty line")
	}
	lines := strings.Split(string(head), "\n")
	if lines[0] != "c2sp.org/tlog-proof@v1" {
		return nil, fmt.Errorf("the receipt begins with %q", lines[0])
	}
	lines = lines[1:]
	if len(lines) > 0 && strings.HasPrefix(lines[0], "extra ") {
		if _, err := base64.StdEncoding.DecodeString(lines[0][len("extra "):]); err != nil {
			return nil, err
		}
		lines = lines[1:]
	}
	if len(lines) == 0 || !strings.HasPrefix(lines[0], "index ") {
		return nil, fmt.Errorf("the receipt has no index")
	}
	index, err := strconv.ParseInt(lines[0][len("index "):], 10, 64)
	if err != nil {
		return nil, err
	}
	read := &receipt{index: index, signed: signed}
	for _, line := range lines[1:] {
		hash, err := tlog.ParseHash(line)
		if err != nil {
			return nil, err
		}
		read.proof = append(read.proof, hash)
	}
	return read, nil
}

func (r *receipt) file() []byte {
	text := fmt.Sprintf("c2sp.org/tlog-proof@v1\nindex %d\n", r.index)
	for _, hash := range r.proof {
		text += hash.String() + "\n"
	}
	return append([]byte(text+"\n"), r.signed...)
}
