using System.Security.Cryptography;
using System.Text;
using Fairload.Core.Surveys.Rounds;

namespace Fairload.App.Surveys.Ballots;

/// <summary>What people type: codes, and receipts. Both are signs without look-alikes in groups, read leniently.</summary>
internal static class Typed
{
    private const string Signs = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int ReceiptSigns = 16;

    /// <summary>Without spaces and dashes, in capitals, look-alikes as what they stand for: o is 0, i and l are 1.</summary>
    public static string Plain(string typed)
    {
        var plain = new StringBuilder(typed.Length);
        foreach (var sign in typed.ToUpperInvariant().Where(char.IsAsciiLetterOrDigit))
            plain.Append(sign switch { 'O' => '0', 'I' or 'L' => '1', _ => sign });
        return plain.ToString();
    }

    /// <summary>From the code and what only this one page holds: the same page sent twice gets the same receipt, and whoever knows whose
    /// the code is can not work it out.</summary>
    public static string Receipt(Id<SurveyRound> round, string code, string nonce)
    {
        var hash = Hash("receipt", round, Plain(code) + "\n" + nonce);
        var receipt = new StringBuilder();
        for (var i = 0; i < ReceiptSigns; i++)
        {
            if (i > 0 && i % 4 == 0) receipt.Append('-');
            receipt.Append(Signs[hash[i] % Signs.Length]);
        }

        return receipt.ToString();
    }

    /// <summary>The key under which a ballot lies while the round is open.</summary>
    public static byte[] BallotKey(Id<SurveyRound> round, string receipt) => Hash("ballot", round, Plain(receipt));

    /// <summary>That a page's nonce holds some 128 bits, as ours do. One that does not was changed on its way.</summary>
    public static bool IsNonce(string nonce) =>
        nonce.Length is >= 22 and <= 100 && nonce.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');

    private static byte[] Hash(string use, Id<SurveyRound> round, string what) =>
        SHA256.HashData([.. Encoding.UTF8.GetBytes(use), 0, .. round.Value.ToByteArray(), .. Encoding.UTF8.GetBytes(what)]);
}
