package main

import (
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"fmt"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
)

// A cosigner verifies, or makes, cosignatures: type 0x04, which x/mod does not know.
type cosigner struct {
	name    string
	hash    uint32
	public  ed25519.PublicKey
	private ed25519.PrivateKey
	time    uint64
}

func (c *cosigner) Name() string    { return c.name }
func (c *cosigner) KeyHash() uint32 { return c.hash }

// message is what a cosigner signs: the whole text of the checkpoint at a time.
func message(time uint64, text []byte) []byte {
	return append([]byte(fmt.Sprintf("cosignature/v1\ntime %d\n", time)), text...)
}

func (c *cosigner) Verify(text, signature []byte) bool {
	if len(signature) != 72 {
		return false
	}
	time := binary.BigEndian.Uint64(signature)
	return time < 1<<63 && ed25519.Verify(c.public, message(time, text), signature[8:])
}

func (c *cosigner) Sign(text []byte) ([]byte, error) {
	var time [8]byte
	binary.BigEndian.PutUint64(time[:], c.time)
	return append(time[:], ed25519.Sign(c.private, message(c.time, text))...), nil
}

func keyHash(name string, key []byte) uint32 {
	sum := sha256.Sum256(append([]byte(name+"\n"), key...))
	return binary.BigEndian.Uint32(sum[:])
}

// newCosigner makes the key of a cosigner from a seed.
func newCosigner(name string, seed []byte, time uint64) (*cosigner, string) {
	private := ed25519.NewKeyFromSeed(seed)
	public := private.Public().(ed25519.PublicKey)
	key := append([]byte{4}, public...)
	hash := keyHash(name, key)
	vkey := fmt.Sprintf("%s+%08x+%s", name, hash, base64.StdEncoding.EncodeToString(key))
	return &cosigner{name, hash, public, private, time}, vkey
}

// newSigner makes the key of a log from a seed.
func newSigner(name string, seed []byte) (note.Signer, string, error) {
	public := ed25519.NewKeyFromSeed(seed).Public().(ed25519.PublicKey)
	vkey, err := note.NewEd25519VerifierKey(name, public)
	if err != nil {
		return nil, "", err
	}
	hash := strings.Split(vkey, "+")[1]
	signer, err := note.NewSigner(fmt.Sprintf("PRIVATE+KEY+%s+%s+%s", name, hash,
		base64.StdEncoding.EncodeToString(append([]byte{1}, seed...))))
	return signer, vkey, err
}

// seed gives the same key to the same name: these logs are for tests only.
func seed(name string) []byte {
	sum := sha256.Sum256([]byte("test key of " + name))
	return sum[:]
}

// newVerifier reads a key of either type.
func newVerifier(vkey string) (note.Verifier, error) {
	parts := strings.SplitN(vkey, "+", 3)
	if len(parts) != 3 {
		return nil, fmt.Errorf("%q is not a key", vkey)
	}
	key, err := base64.StdEncoding.DecodeString(parts[2])
	if err != nil || len(key) == 0 {
		return nil, fmt.Errorf("%q is not a key", vkey)
	}
	if key[0] != 4 {
		return note.NewVerifier(vkey)
	}
	hash, err := strconv.ParseUint(parts[1], 16, 32)
	if err != nil || len(key) != 33 || uint32(hash) != keyHash(parts[0], key) {
		return nil, fmt.Errorf("%q is not the key of a cosigner", vkey)
	}
	return &cosigner{name: parts[0], hash: uint32(hash), public: key[1:]}, nil
}

// open verifies a note: every key that is given must have signed it.
func open(file []byte, vkeys []string) (*note.Note, error) {
	var verifiers []note.Verifier
	for _, vkey := range vkeys {
		verifier, err := newVerifier(vkey)
		if err != nil {
			return nil, err
		}
		verifiers = append(verifiers, verifier)
	}
	opened, err := note.Open(file, note.VerifierList(verifiers...))
	if err != nil {
		return nil, err
	}
	for _, verifier := range verifiers {
		found := false
		for _, signature := range opened.Sigs {
			found = found || signature.Name == verifier.Name() && signature.Hash == verifier.KeyHash()
		}
		if !found {
			return nil, fmt.Errorf("%s did not sign it", verifier.Name())
		}
	}
	return opened, nil
}
