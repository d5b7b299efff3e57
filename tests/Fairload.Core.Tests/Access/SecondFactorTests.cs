using System.Text;
using Fairload.Core.Access;

namespace Fairload.Core.Tests.Access;

public sealed class A_code_of_the_second_factor
{
    private static readonly byte[] Secret = Encoding.ASCII.GetBytes("12345678901234567890");

    // RFC 6238, appendix B, the SHA-1 rows.
    [Theory]
    [InlineData(59L, "94287082")]
    [InlineData(1111111109L, "07081804")]
    [InlineData(1111111111L, "14050471")]
    [InlineData(1234567890L, "89005924")]
    [InlineData(2000000000L, "69279037")]
    [InlineData(20000000000L, "65353130")]
    public void Is_the_one_of_RFC_6238(long unixSeconds, string expected) =>
        Assert.Equal(expected, Totp.Code(Secret, Totp.Step(DateTime.UnixEpoch.AddSeconds(unixSeconds)), digits: 8));

    // RFC 4226, appendix D: the counter form with six digits.
    [Theory]
    [InlineData(0, "755224")]
    [InlineData(1, "287082")]
    [InlineData(9, "520489")]
    public void Is_the_one_of_RFC_4226(long counter, string expected) => Assert.Equal(expected, Totp.Code(Secret, counter));

    [Theory]
    [InlineData(-2, false)]
    [InlineData(-1, true)]
    [InlineData(0, true)]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public void Counts_one_step_before_and_after_its_own(int off, bool accepted)
    {
        var now = DateTime.UnixEpoch.AddSeconds(1_700_000_000);
        var code = Totp.Code(Secret, Totp.Step(now) + off);

        Assert.Equal(accepted ? Totp.Step(now) + off : null, Totp.Accept(Secret, code, now, lastUsedStep: 0));
    }

    [Fact]
    public void Counts_once()
    {
        var now = DateTime.UnixEpoch.AddSeconds(1_700_000_000);
        var step = Totp.Step(now);

        Assert.Null(Totp.Accept(Secret, Totp.Code(Secret, step), now, lastUsedStep: step));
        Assert.Null(Totp.Accept(Secret, Totp.Code(Secret, step - 1), now, lastUsedStep: step));
        Assert.Equal(step + 1, Totp.Accept(Secret, Totp.Code(Secret, step + 1), now, lastUsedStep: step));
    }

    [Theory]
    [InlineData("")]
    [InlineData("12345")]
    [InlineData("not a code")]
    public void Is_nothing_else(string typed) => Assert.Null(Totp.Accept(Secret, typed, DateTime.UnixEpoch.AddSeconds(59), 0));
}

public sealed class A_secret_as_text
{
    // RFC 4648, section 10, without the padding.
    [Theory]
    [InlineData("", "")]
    [InlineData("f", "MY")]
    [InlineData("fo", "MZXQ")]
    [InlineData("foo", "MZXW6")]
    [InlineData("foob", "MZXW6YQ")]
    [InlineData("fooba", "MZXW6YTB")]
    [InlineData("foobar", "MZXW6YTBOI")]
    public void Is_base_32(string text, string expected) => Assert.Equal(expected, Base32.Write(Encoding.ASCII.GetBytes(text)));

    [Fact]
    public void Is_read_back_however_it_was_typed() => Assert.Equal("ABCDEFGH", Base32.Fold(" abcd-efgh "));

    [Fact]
    public void Names_the_account_in_the_address_of_the_QR_code() => Assert.Equal(
        "otpauth://totp/Fairload:ana%40example.gov.uk?secret=MZXW6&issuer=Fairload",
        Totp.Address("Fairload", "ana@example.gov.uk", "foo"u8));
}
