using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Fairload.Core.Surveys.Rounds;

namespace Fairload.App.Surveys.Ballots;

/// <summary>What was done at the close of a round, signed by the server: how many ballots and comments are left, what was destroyed, and a
/// hash of what is left, by which a later change shows. When comments are destroyed later a second one is signed, which names the first;
/// so the first still counts.</summary>
/// <param name="ClosedBy">The name of whoever closed it.</param>
/// <param name="CodesDestroyed">How many codes had been given out, used or not.</param>
/// <param name="Table">SHA-256 of the ballots and comments that are left, in hexadecimal.</param>
/// <param name="PublicKey">Of the server, in base 64.</param>
/// <param name="KeyedIn">How many of the ballots were typed in from paper or a telephone, altogether.</param>
/// <param name="CommentsDestroyedOn">Null in the record of the close itself.</param>
/// <param name="Follows">The signature of the record before this one; empty in the record of the close itself.</param>
/// <param name="Signature">ECDSA on P-256 with SHA-256 over <see cref="Text"/>, in base 64.</param>
public sealed record CloseRecord(
    Id<SurveyRound> Round, DateOnly ClosedOn, string ClosedBy, int Ballots, int Comments, int CodesDestroyed, int SealedDestroyed,
    int SealsDestroyed, string Table, string PublicKey, string Signature, int KeyedIn = 0,
    DateOnly? CommentsDestroyedOn = null, string Follows = "")
{
    /// <summary>What is signed, as a person may read it.</summary>
    public string Text => string.Create(CultureInfo.InvariantCulture, $"""
        Round {Round}
        Closed on {ClosedOn:yyyy-MM-dd} by {ClosedBy.ReplaceLineEndings(" ")}
        Ballots left, in random order under new keys: {Ballots}{Typed}
        Comments left, apart from ballots and from each other: {Comments}
        Destroyed: {CodesDestroyed} codes, {SealedDestroyed} sealed ballots, {SealsDestroyed} seals,
        the round's key and the key of its codes
        SHA-256 of what is left: {Table}{Later}
        """).ReplaceLineEndings("\n");

    /// <summary>Not said where none was, so that records from before can still be verified.</summary>
    private string Typed => KeyedIn == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $", of them keyed in: {KeyedIn}");

    private string Later => CommentsDestroyedOn is not { } day ? ""
        : string.Create(CultureInfo.InvariantCulture, $"\nComments destroyed on {day:yyyy-MM-dd}, after the record with the signature {Follows}");

    /// <summary>Whether the holder of the key that it names signed exactly this.</summary>
    public bool IsSigned()
    {
        try
        {
            using var key = ECDsa.Create();
            key.ImportSubjectPublicKeyInfo(Convert.FromBase64String(PublicKey), out _);
            return key.VerifyData(Encoding.UTF8.GetBytes(Text), Convert.FromBase64String(Signature), HashAlgorithmName.SHA256);
        }
        catch (Exception e) when (e is FormatException or CryptographicException)
        {
            return false;
        }
    }

    internal CloseRecord SignedBy(ECDsa key)
    {
        var unsigned = this with { PublicKey = Convert.ToBase64String(key.ExportSubjectPublicKeyInfo()) };
        return unsigned with
        {
            Signature = Convert.ToBase64String(key.SignData(Encoding.UTF8.GetBytes(unsigned.Text), HashAlgorithmName.SHA256)),
        };
    }
}
