using System.Net;
using System.Net.Sockets;

namespace Fairload.Core.Access;

/// <summary>
/// Where a try to sign in comes from, as far as counting goes: a device on which this account has signed in before is a place of
/// its own; everything else is its network, so that one attacker is not many addresses.
/// </summary>
public readonly record struct SignInPlace(string Key, bool IsKnownDevice)
{
    public static SignInPlace Device(string key) => new("device:" + key, true);

    /// <summary>The /24 of an IPv4 address, the /64 of an IPv6 one; the machine itself where there is no address.</summary>
    public static SignInPlace Network(IPAddress? address)
    {
        if (address is null) return new("local", false);
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();

        var bytes = address.GetAddressBytes();
        var kept = address.AddressFamily == AddressFamily.InterNetwork ? 3 : 8;
        bytes.AsSpan(kept).Clear();
        return new($"{new IPAddress(bytes)}/{kept * 8}", false);
    }
}
